/** Sending records, with the headers that every record of ours carries. */
@NullMarked
package io.flyball.platform.publish;

import org.jspecify.annotations.NullMarked;
