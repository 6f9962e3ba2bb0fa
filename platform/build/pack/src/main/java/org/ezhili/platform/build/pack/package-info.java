/** The last step of packing a release, as a program. */
package org.ezhili.platform.build.pack;
