/** Colours, icons, style classes and the one way onto the JavaFX thread. */
@NullMarked
package io.layerloom.themes;

import org.jspecify.annotations.NullMarked;
