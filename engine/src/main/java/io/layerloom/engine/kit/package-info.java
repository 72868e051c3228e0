/**
 * Small classes that read data, feed it to a network and keep its weights. They need the JDK, ND4J, DL4J and oneDNN and nothing else: the engine trains with them, and every exported
 * project carries these very sources.
 */
@NullMarked
package io.layerloom.engine.kit;

import org.jspecify.annotations.NullMarked;
