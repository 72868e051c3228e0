/** Every layer, optimiser and schedule that Layerloom offers, each declared once. */
@NullMarked
package io.layerloom.nodes;

import org.jspecify.annotations.NullMarked;
