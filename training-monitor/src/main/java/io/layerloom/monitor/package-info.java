/** Live charts of a run, and the views of what it learned. */
@NullMarked
package io.layerloom.monitor;

import org.jspecify.annotations.NullMarked;
