/// Faults of a whole file.
extension FaultExamples {
  static let references: [Example] = [
    Example(
      about: "a claim that is not there",
      text: caseText(#"{"type":"purring","claims":["F-1002"]}"#),
      told: #"4:29: /events/0/claims/0: found "F-1002", expected a claim of this case, "#
        + "hint: claims are F-1"),
    Example(
      about: "an event that is not there",
      text: caseText(#"{"type":"purring","id":"e1"}"#, #"{"type":"answer","of":["e1","e2"]}"#),
      told: #"5:29: /events/1/of/1: found "e2", expected an event of this case, "#
        + "hint: events with an id are e1"),
    Example(
      about: "an address of nobody", text: caseText(#"{"type":"purring","address":"home"}"#),
      told: #"4:29: /events/0/address: found "home", expected an address of the debtor, "#
        + "hint: there are no addresses"),
    Example(
      about: "the claim of a charge",
      text: caseText(
        #"{"type":"charge","charges":[{"kind":"salaer","amount":1,"claim":"F-9"}]}"#,
        claims: #"{"id":"F-1"},{"id":"F-2"}"#),
      told: #"4:65: /events/0/charges/0/claim: found "F-9", expected a claim of this case, "#
        + "hint: claims are F-1, F-2"),
    Example(
      about: "an event id twice",
      text: caseText(#"{"type":"purring","id":"e1"}"#, #"{"id":"e1","type":"call"}"#),
      told: #"5:7: /events/1/id: found "e1" again, expected each event id once, "#
        + "hint: first at line 4 column 24"),
    Example(
      about: "a claim id twice", text: caseText(claims: #"{"id":"F-1"},{"id":"F-1"}"#),
      told: #"2:30: /claims/1/id: found "F-1" again, expected each claim id once, "#
        + "hint: first at line 2 column 17"),
    Example(
      about: "a day and a time",
      text: caseText(#"{"type":"call","at":"2026-01-12T10:00","date":"2026-01-12"}"#),
      told: #"4:40: /events/0: found both "date" and "at", expected one, "#
        + #"hint: "at" carries the day"#),
    Example(
      about: "a deadline and its days",
      text: caseText(#"{"type":"purring","deadline":"none","deadlineDays":14}"#),
      told: #"4:37: /events/0: found both "deadline" and "deadlineDays", expected one, "#
        + #"hint: "deadline" is the day the letter states"#),
    Example(
      about: "instalments and their count",
      text: caseText(#"{"type":"plan","instalments":[],"count":2}"#),
      told: #"4:33: /events/0: found both "instalments" and "count", expected one, "#
        + #"hint: "instalments" carries their number"#),
    Example(
      about: "one of several agencies",
      text: caseText(
        #"{"type":"call","by":"agency"}"#,
        more: #""agency":{"id":"912345678"},"otherAgencies":[{"id":"923456789"}],"#),
      told: #"4:16: /events/0: found by "agency" without "byId", expected an agency id, "#
        + "hint: 912345678 or 923456789"),
  ]

  static let broken: [Example] = [
    Example(
      about: "a trailing comma in an object", text: #"{"format":"skikk-case/1",}"#,
      told: #"1:26: /: found "}", expected a value, hint: remove the comma before it"#),
    Example(
      about: "a trailing comma in a list", text: #"{"claims":[{"id":"1"},]}"#,
      told: #"1:23: /claims/1: found "]", expected a value, hint: remove the comma before it"#),
    Example(
      about: "a file cut off", text: #"{"format":"skikk-case/1","id":"A""#,
      told: #"1:34: /id: found the end of the text, expected "}", hint: the text is cut off"#),
    Example(
      about: "a text cut off", text: #"{"format":"skikk-ca"#,
      told: "1:20: /format: found the end of the text, expected the closing quote of a text, "
        + "hint: the text is cut off, or a quote is missing"),
    Example(
      about: "a missing comma", text: #"{"format":"skikk-case/1" "id":"A"}"#,
      told: #"1:26: /format: found "id", expected "," or "}", "#
        + "hint: a comma separates keys, and values of a list"),
    Example(
      about: "a missing colon", text: #"{"format" "skikk-case/1"}"#,
      told: #"1:11: /format: found "skikk-case/1", expected ":", "#
        + "hint: a colon stands between a key and its value"),
    Example(
      about: "a key without quotes", text: "{format:1}",
      told: #"1:2: /: found format, expected a key in quotes, "#
        + #"hint: JSON writes keys as "key": value"#),
    Example(
      about: "a comment", text: "{ // note\n}",
      told: #"1:3: /: found "/", expected a key in quotes, "#
        + #"hint: JSON writes keys as "key": value"#),
    Example(
      about: "an empty file", text: "",
      told: "1:1: /: found nothing, expected a case file, hint: the file is empty"),
    Example(
      about: "only space", text: "\n \n",
      told: "3:1: /: found nothing, expected a case file, hint: the file is empty"),
    Example(
      about: "a list of cases", text: "[{}]",
      told: #"1:1: /: found a list, expected a case file, "#
        + #"hint: a case is one object: { "format": … }"#),
    Example(
      about: "a byte order mark", text: "\u{FEFF}{}",
      told: "1:1: /: found a byte order mark, expected a case file, "
        + "hint: save the file as UTF-8 without it"),
    Example(
      about: "two cases in a file", text: caseText() + "\n{}",
      told: "6:1: /: found an object, expected nothing after the case, "
        + "hint: a .json file holds one case; write several as .ndjson, one a line"),
    Example(
      about: "a line break in a text", text: "{\"id\":\"a\nb\"}",
      told: "1:9: /id: found control character \\u000A, expected it escaped, "
        + "hint: write a line break as \\n, a tab as \\t"),
    Example(
      about: "a key with a zero behind it", text: "{\"id\u{0}\":\"a\"}",
      told: "1:5: /: found control character \\u0000, expected it escaped, "
        + "hint: write a line break as \\n, a tab as \\t"),
    Example(
      about: "an escape that JSON lacks", text: #"{"id":"a\q"}"#,
      told: #"1:9: /id: found "\", expected an escape of JSON, "#
        + #"hint: write a backslash itself as \\"#),
    Example(
      about: "half a surrogate pair", text: #"{"id":"\ud800"}"#,
      told: "1:8: /id: found half a surrogate pair, expected a character, "
        + "hint: write the character itself, in UTF-8"),
    Example(
      about: "a number of an extension that JSON lacks", text: #"{"x-a":[01]}"#,
      told: "1:9: /x-a/0: found 01, expected a number of JSON, hint: write it as 1990 or 12.30"),
  ]
}
