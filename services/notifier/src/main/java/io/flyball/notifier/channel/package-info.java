/** The ways to people: log, Slack, signed webhook. */
@NullMarked
package io.flyball.notifier.channel;

import org.jspecify.annotations.NullMarked;
