/** Editors for settings: one for each kind of value. */
@NullMarked
package io.layerloom.app.form;

import org.jspecify.annotations.NullMarked;
