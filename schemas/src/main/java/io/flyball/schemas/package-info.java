/** The topic catalogue: which topics exist, what they carry and how they are kept. */
@NullMarked
package io.flyball.schemas;

import org.jspecify.annotations.NullMarked;
