/**
 * The RSA key of every issuer of the sandbox. It is as public as the rest of this repository: whoever holds it can make
 * tokens that this sandbox believes, and nothing else does.
 */
export const ISSUER_KEY: JsonWebKey = {
  kty: 'RSA',
  n:
    'xolBZMN39LjrrpiwtCusweKT2JHRRMf0uicAN1FkzxlBXkyZbjQnBDR89Ppn6YNBZHMuKXtSLjv6v95eaZlbi4bRca' +
    'x8_YB9LWQR2U28UAq2f_CoZxpjXWh4faAEZmmrqlcFFaofmFwZPE_sSvn46UzZxjs8EQ_GEKTVquNGHpag24UcOQXS' +
    'vBjREGyzbvPBFPygcvNadUH9mM-aMYA-KcG6Q0EfAAxHjsrcVZTgmpyrRCZc7ms8RPOX4yMbjY_fc1tAkeRADhB0XX' +
    'OfLvNbRXOWjMiE4zcCPN8Zk_vwxbuILxrmLnfiSNOzpvGojjw6h_gzhdlYQyQeH0a-StYQ1Q',
  e: 'AQAB',
  d:
    'GTrxvzHCt3kM4N8PL03VDPDPcrZIanVDCu2loeqT9iQMTLxeOrQhuKtZWAzg43a5pYHKfiW2bgeXs_2feWWdb9mQGa' +
    '7jAEMxx1-9BxPI2qdwzibYUOyjK3_5JVMwkUq6Y_xmyybTh7xwzeQE8Cz2Y-LXyhUSWeWFJA_OjvoOu_ZQ6nIXLjTF' +
    'jCpIGiQUVzBLvPH3Q7c6yNvkKcZsZ_WxMDupHEahXKbXs_HymuJNLY7wO_M0lbPLfJLJJndDGXR163eMFrdtzxYe1v' +
    'c3coMR_WMsjVcA7yE5UIGSEuRLvb1u_euot4o0clwGQ_trVaa9tFltTl9EQiRD8fYtjeUh',
  p:
    '_ZjUNCAP-z18MUF4qVWmXALx9iZEsvYFZI7CYjpAnnJCbBNOWtJ92FDJhYid6HOkOHyOwBnPI5vhDn1olU7KBq24wJ' +
    'gk9ghOAYf62uBlLCpiYewBiOZEp8uDCDu_i6gf7w_EjdOXTptw7g20bbo5RSQk_TuhhOtGGQQjco6vzzM',
  q:
    'yGrcZcsVsZBrm5tdoIoT7YQUVtA8mh4D3qK1t5bbLcOgfl6crMxi26oq6IEssFIKavg1M-alsvob7z6AuOD_3bE4h6' +
    'sU66iGJtM4UuSgJNy2Nic5sXBbE8yqFjlRnglkML2ZndSXOY2qmujs0xcgyjJTwFhjlK1PaBhNV_AIv9c',
  dp:
    'FPgNG95G1ARqf3wlaQMPBW6s6SiS56VWHtF7Gzor264g9eTGxtW-2CMd9q-sNutQ-ea6uwGnUg9ylYsjGa1xIQo-S5' +
    'aI_9sB8Dh5Mp35X6SFjAlCuzonFSTLyeN-3CJjuZW5L-z-Bt7tgJGbiLMsRx5M_K9wlJgLrMfd0nwf52c',
  dq:
    'LTRdLeCWrgxDGT_76D_8qrAF3mbtpF1sxgSxNA2ktjfPtXElqZwYGC_TqcmpCMQYcXQ2m9REP5BGSLoyUoD9dUWJ2J' +
    '_wAg9q4sr1g0zqCiZ2OtSyIKGVCWw6WPTowdqgbJX3VjAjQ-n-Nx6efCZVUQX0-gd1vo0wwevpVhJgBtU',
  qi:
    '0YsxP4O16O9LatsFaXP_6uwMYFNKbAcJrLp4E7JxQH3Q4jVcXLvwuNyef1jKhATtEZeGLJxembYDPhwdYzH8CHeKiE' +
    'JdKuOlcBI0R_o-Cr_jDgqhC280N7QV3mNAdzjlT7vL5sPMSrF9P4q5bdDmdWU0vYLGbq-u88woec_xzKs',
}

/** The key ID that stands in the header of each token. */
export const ISSUER_KEY_ID = 'sandbox-EXAMPLE'
