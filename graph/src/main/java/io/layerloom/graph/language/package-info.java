/** The languages of the program, and what its sentences are in each. */
@NullMarked
package io.layerloom.graph.language;

import org.jspecify.annotations.NullMarked;
