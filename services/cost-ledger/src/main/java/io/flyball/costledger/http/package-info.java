/** Questions about costs, and their answers. */
@NullMarked
package io.flyball.costledger.http;

import org.jspecify.annotations.NullMarked;
