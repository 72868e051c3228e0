/** The control on which people draw a network. */
@NullMarked
package io.layerloom.canvas;

import org.jspecify.annotations.NullMarked;
