package io.layerloom.app.form;

/** Style classes of forms beyond those of the themes; {@code app.css} gives them their look. */
final class FormStyles {

    static final String FORM = "ll-form";
    static final String ROW = "ll-form-row";
    static final String FAULT = "ll-form-fault";
    static final String STEPPER = "ll-form-stepper";
    static final String LINK = "ll-form-link";

    private FormStyles() {}
}
