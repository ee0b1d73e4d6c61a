/** Emergency stops against actions that are just about to begin, while Redis and the executor are broken on purpose. */
@NullMarked
package io.flyball.drills.stoprace;

import org.jspecify.annotations.NullMarked;
