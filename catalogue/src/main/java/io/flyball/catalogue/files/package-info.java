/** Files that no agent touches, whatever its permissions say; pure, so that governor and executor judge alike. */
@NullMarked
package io.flyball.catalogue.files;

import org.jspecify.annotations.NullMarked;
