/** What people are told, and by which channels; pure. */
@NullMarked
package io.flyball.notifier.message;

import org.jspecify.annotations.NullMarked;
