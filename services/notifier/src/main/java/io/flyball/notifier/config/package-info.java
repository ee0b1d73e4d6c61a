/** What can be configured. */
@NullMarked
package io.flyball.notifier.config;

import org.jspecify.annotations.NullMarked;
