/** The sample projects that ship with Layerloom, and the small real data sets that they train on. */
@NullMarked
package io.layerloom.samples;

import org.jspecify.annotations.NullMarked;
