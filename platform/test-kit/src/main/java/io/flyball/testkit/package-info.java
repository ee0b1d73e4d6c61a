/** What the tests of every module share: real neighbours, waiting for a condition, seeds for random walks. */
@NullMarked
package io.flyball.testkit;

import org.jspecify.annotations.NullMarked;
