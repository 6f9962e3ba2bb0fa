// What a vendor and a district have to do with a module's release: packed, signed, trusted, and the one before it in place of this one.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { house, target } from './house.mjs';

const KEPT = join(house, 'distribution/upgrade-rehearsal/releases');
const PASSWORD = 'keep-this-secret';
const TRUST = 'ezhili-trust';

function java(tool, args, cwd) {
  const run = spawnSync(process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', tool) : tool, args, { cwd, encoding: 'utf8' });
  if (run.status !== 0) {
    throw new Error(`${tool} ${args.join(' ')}: ${run.error ?? run.stdout + run.stderr}`);
  }
}

const fresh = (folder) => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
};

/** This build's release of a module, as it was packed: nobody has signed it. */
export function packed(module) {
  const folder = join(house, 'features', module, 'target');
  const name = readdirSync(folder).find((file) => file.endsWith('.kar'));
  return { file: join(folder, name), version: name.slice(module.length + 1, -'.kar'.length) };
}

/** The oldest release of a module that is kept. */
export function previous(module) {
  const [version] = readdirSync(KEPT).sort();
  return { file: join(KEPT, version, `${module}-${version}.kar`), version };
}

/** A key that signs releases, and the certificate that a district may put into its trust store; it may have run out yesterday. */
export function vendor(name, { isExpired = false } = {}) {
  const folder = fresh(join(target, 'signing', name));
  const [key, certificate] = [join(folder, 'key.p12'), join(folder, 'vendor.crt')];
  const store = ['-storetype', 'PKCS12', '-keystore', key, '-storepass', PASSWORD, '-alias', 'vendor'];
  java('keytool', ['-genkeypair', ...store, '-keyalg', 'EC', '-groupname', 'secp384r1', '-dname', `CN=${name}`, ...(isExpired ? ['-startdate', '-2d', '-validity', '1'] : [])]);
  java('keytool', ['-exportcert', ...store, '-file', certificate]);
  return {
    certificate,
    sign: (file, as) => {
      const signed = join(folder, as);
      java('jarsigner', ['-keystore', key, '-storepass', PASSWORD, '-signedjar', signed, file, 'vendor']);
      return signed;
    },
  };
}

/** The same archive with one bit turned over in its middle. */
export function altered(file, as) {
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1] ^= 1;
  const other = join(file, '..', as);
  writeFileSync(other, bytes);
  return other;
}

/** The same archive, whose files would fall outside of wherever it is unpacked. */
export function leadingOutside(file, as) {
  const other = join(fresh(join(target, 'outside')), as);
  writeFileSync(other, Buffer.from(readFileSync(file).toString('latin1').replaceAll('repository/', '../../../x/'), 'latin1'));
  return other;
}

/** A small archive that is large when it is unpacked. */
export function bomb(as) {
  const folder = fresh(join(target, 'bomb'));
  writeFileSync(join(folder, 'zeros'), Buffer.alloc(200 << 20));
  java('jar', ['-cfM', as, 'zeros'], folder);
  rmSync(join(folder, 'zeros'));
  return join(folder, as);
}

/** Lets a district that has not been started yet trust a vendor: for every module, or for one, as in `name@module`. */
export function trust(home, { certificate }, alias = 'ezhili') {
  java('keytool', ['-importcert', '-noprompt', '-alias', alias, '-file', certificate, '-storetype', 'PKCS12', '-keystore', join(home, 'etc/ezhili-trust.p12'), '-storepass', TRUST]);
}

function edit(file, ...changes) {
  writeFileSync(file, changes.reduce((text, [what, by]) => text.replaceAll(what, by), readFileSync(file, 'utf8')));
}

/** Lets a district that has not been started yet begin with a module's previous release, and know nothing of this build's. */
export function beginWithPrevious(home, module) {
  const { file, version } = previous(module);
  const folder = fresh(join(target, 'previous', module));
  java('jar', ['-xf', file, 'repository'], folder);
  const ours = join(home, 'system/org/ezhili');
  for (const part of [`features.${module}`, `${module}.provider`, `${module}.ui`]) {
    rmSync(join(ours, `org.ezhili.${part}`), { recursive: true });
  }
  cpSync(join(folder, 'repository'), join(home, 'system'), { recursive: true });
  edit(join(home, 'etc/startup.properties'), [new RegExp(`(org\\.ezhili\\.${module}\\.(?:provider|ui))/[0-9.]+/\\1-[0-9.]+\\.jar`, 'g'), `$1/${version}/$1-${version}.jar`]);
  edit(join(home, 'etc/org.apache.karaf.features.cfg'), [new RegExp(`(ezhili-${module})/[0-9.]+`, 'g'), `$1/${version}`], [new RegExp(`(org\\.ezhili\\.features\\.${module})/[0-9.]+/`, 'g'), `$1/${version}/`]);
}
