/** Java source and whole Maven projects written from a trained document. */
@NullMarked
package io.layerloom.codegen;

import org.jspecify.annotations.NullMarked;
