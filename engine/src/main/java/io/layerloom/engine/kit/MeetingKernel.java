package io.layerloom.engine.kit;

/** A kernel behind which a discriminator begins: what lies before it is left out while only the discriminator learns. */
abstract class MeetingKernel extends Kernel {}
