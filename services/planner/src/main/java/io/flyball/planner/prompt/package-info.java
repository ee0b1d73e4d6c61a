/** What a model is told: prompt files, and the run so far as a conversation. */
@NullMarked
package io.flyball.planner.prompt;

import org.jspecify.annotations.NullMarked;
