/** The document people edit: graph, layout, training plan, and everything derived from them. */
@NullMarked
package io.layerloom.graph;

import org.jspecify.annotations.NullMarked;
