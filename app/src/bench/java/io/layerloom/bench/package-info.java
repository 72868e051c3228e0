/** The speed of Layerloom beside that of other libraries: the same networks, numbers and steps, each engine in a process of its own. */
@NullMarked
package io.layerloom.bench;

import org.jspecify.annotations.NullMarked;
