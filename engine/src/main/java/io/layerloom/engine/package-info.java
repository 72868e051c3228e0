/** Training of networks: data sets, runs, run events and evaluation. */
@NullMarked
package io.layerloom.engine;

import org.jspecify.annotations.NullMarked;
