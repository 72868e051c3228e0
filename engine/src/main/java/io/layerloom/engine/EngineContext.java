package io.layerloom.engine;

import io.layerloom.graph.Catalog;

/** What the engine is handed because it does not know it itself: the layers and the shipped data. */
public record EngineContext(Catalog catalog, SampleStore samples) {}
