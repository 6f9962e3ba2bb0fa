/** The house rules: what every bundle must keep to, each told in words when it is broken. Knows nothing but {@code java.*}. */
package org.ezhili.platform.build.rules;
