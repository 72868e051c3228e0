/** Measures of the program itself: how fast the canvas is, in a real window. */
@NullMarked
package io.layerloom.app.bench;

import org.jspecify.annotations.NullMarked;
