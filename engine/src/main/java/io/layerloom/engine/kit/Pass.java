package io.layerloom.engine.kit;

/** What a pass of training through a network is for. All but the first are those of two networks that learn in turns. */
enum Pass {
    /** Everything learns. */
    WHOLE,
    /** Real examples are shown to the discriminator; what it learns from them is noted. */
    REAL,
    /** Generated ones are shown to it; it learns from them and from what was noted. */
    GENERATED,
    /** The generator learns through the discriminator, which stays as it is. */
    GENERATOR
}
