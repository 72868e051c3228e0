/** What is known of NVIDIA cards before anything of CUDA is loaded, whether they can train, and how the libraries for that are installed. */
@NullMarked
package io.layerloom.engine.gpu;

import org.jspecify.annotations.NullMarked;
