/** What policy says to an action, without the suite. */
@NullMarked
package io.flyball.cli.policy;

import org.jspecify.annotations.NullMarked;
