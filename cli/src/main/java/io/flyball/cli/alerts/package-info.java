/** Sending alerts. */
@NullMarked
package io.flyball.cli.alerts;

import org.jspecify.annotations.NullMarked;
