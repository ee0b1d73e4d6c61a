/** Service managers: how a service is, and restarting it; supervisord, runit and systemd. */
@NullMarked
package io.flyball.toolexecutor.services;

import org.jspecify.annotations.NullMarked;
