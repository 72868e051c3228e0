package io.layerloom.app.form;

import javafx.beans.value.ObservableValue;

/**
 * A field in which something stands that was typed and does not count.
 *
 * @param why what is wrong with it, in a sentence
 * @param stands whether it still stands there
 */
public record RefusedField(String why, ObservableValue<Boolean> stands) {}
