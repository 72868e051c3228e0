/** Projects and data sets that ship with Layerloom. */
@NullMarked
package io.layerloom.samples;

import org.jspecify.annotations.NullMarked;
