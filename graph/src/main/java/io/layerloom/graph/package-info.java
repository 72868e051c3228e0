/**
 * The document of Layerloom: networks as data, the edits that change them, the shapes that follow from them, and the problems that a person should see. Knows neither a
 * screen nor an engine.
 */
@NullMarked
package io.layerloom.graph;

import org.jspecify.annotations.NullMarked;
