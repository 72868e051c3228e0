/** Exports of trained runs: what the engine knows brought together with what the code generator needs. */
@NullMarked
package io.layerloom.app.export;

import org.jspecify.annotations.NullMarked;
