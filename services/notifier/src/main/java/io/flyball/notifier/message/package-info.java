/** Pure: what people are told, and how what others say becomes a message. */
@NullMarked
package io.flyball.notifier.message;

import org.jspecify.annotations.NullMarked;
