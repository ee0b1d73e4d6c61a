/** The shell around a delivery: topics in, stores, sending, receipts out. */
@NullMarked
package io.flyball.notifier.topology;

import org.jspecify.annotations.NullMarked;
