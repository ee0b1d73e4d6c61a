/** The key that signs grants, and where its public half is told. */
@NullMarked
package io.flyball.governor.grant;

import org.jspecify.annotations.NullMarked;
