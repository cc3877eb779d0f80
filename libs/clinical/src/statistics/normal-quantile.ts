/**
 * The z below which a share `p` of a standard normal distribution lies: Wichura (1988), Algorithm AS 241, The
 * percentage points of the normal distribution, Applied Statistics 37:477–484 (PPND16, about 16 digits).
 * @param p strictly between 0 and 1
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * horner(centre.above, r)) / horner(centre.below, r);
  }
  const r = Math.sqrt(-Math.log(Math.min(p, 1 - p)));
  const { above, below } = r <= 5 ? shoulder : tail;
  const from = r - (r <= 5 ? 1.6 : 5);
  return (Math.sign(q) * horner(above, from)) / horner(below, from);
}

/** A polynomial by its coefficients, the constant first. */
const horner = (coefficients: readonly number[], x: number) =>
  coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);

const centre = {
  above: [
    3.3871328727963666, 1.3314166789178438e2, 1.9715909503065514e3, 1.3731693765509461e4, 4.592195393154987e4,
    6.72657709270087e4, 3.3430575583588128e4, 2.5090809287301226e3,
  ],
  below: [
    1, 4.231333070160091e1, 6.871870074920579e2, 5.394196021424751e3, 2.1213794301586595e4,
    3.930789580009271e4, 2.8729085735721942e4, 5.226495278852854e3,
  ],
};
const shoulder = {
  above: [
    1.4234371107496836, 4.630337846156545, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    2.4178072517745061e-1, 2.2723844989269185e-2, 7.7454501427834141e-4,
  ],
  below: [
    1, 2.053191626637759, 1.6763848301838038, 6.897673349851e-1, 1.4810397642748008e-1, 1.5198666563616457e-2,
    5.475938084995345e-4, 1.0507500716444168e-9,
  ],
};
const tail = {
  above: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 2.9656057182850489e-1, 2.6532189526576123e-2,
    1.2426609473880784e-3, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  below: [
    1, 5.998322065558879e-1, 1.3692988092273581e-1, 1.4875361290850615e-2, 7.868691311456133e-4,
    1.8463183175100547e-5, 1.4215117583164459e-7, 2.0442631033899397e-15,
  ],
};
