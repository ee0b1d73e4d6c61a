/** Topics and schemas, made from the catalogue. */
@NullMarked
package io.flyball.platform.topics;

import org.jspecify.annotations.NullMarked;
