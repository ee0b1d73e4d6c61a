/** Planning by a language model: asking it patiently, and letting nothing out that has not been held against its schema. */
@NullMarked
package io.flyball.planner.model;

import org.jspecify.annotations.NullMarked;
