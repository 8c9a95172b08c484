"""Writes the cases of pkits.json in lines that pkits.c reads: python3 cases.py PKITS.JSON

id, name, valid or invalid, whether the case has inputs of the user, certificates (the end certificate first), CRLs.
"""
import json
import sys

for case in json.load(open(sys.argv[1])):
    certs = [case["cert"]] + case.get("other_certs", [])
    print(
        case["id"],
        case["name"],
        "invalid" if "error" in case else "valid",
        "inputs" if case.get("params") else "-",
        ",".join(certs),
        ",".join(case.get("crls", [])) or "-",
        sep="\t",
    )
