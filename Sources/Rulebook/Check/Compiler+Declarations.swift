import Casebook
import Values

extension Compiler {
  /// Compiles everything, collecting one fault per cause.
  func compile(_ declarations: Declarations, _ markdown: [MarkdownTable]) {
    for document in program.documents {
      lawOfFile[ObjectIdentifier(document.source)] = document.law
    }
    for table in markdown { declare(table) }
    for choice in declarations.choices { declare(choice) }
    for consequence in declarations.consequences { declare(consequence) }
    declare(declarations.nouns, declarations.definitions)
    declare(broken: declarations.broken)
    for exception in declarations.exceptions { declareInstead(exception) }
    for noun in declarations.nouns {
      _ = sink.collect { () throws(Diagnostic) in try self.noun(noun.name) }
    }
    for definition in declarations.definitions {
      _ = sink.collect { () throws(Diagnostic) in try self.definition(definition.name) }
    }
    for table in accountTables {
      _ = sink.collect { () throws(Diagnostic) in try self.declareAccounts(table) }
    }
    var ids: [String: Span] = [:]
    ruleIDs.formUnion(declarations.rules.map(\.name.text))
    for rule in declarations.rules {
      report(duplicate: rule.name, among: &ids, "rule")
      if let compiled = sink.collect({ () throws(Diagnostic) in try self.compile(rule: rule) }) {
        program.rules.append(compiled)
      }
    }
    for exception in declarations.exceptions {
      _ = sink.collect { () throws(Diagnostic) in try self.attach(exception) }
    }
    replace()
    resolveMeets()
    checkExamples()
    checkOrder()
    checkSteps()
    if sink.all.isEmpty { checkChoices() }
    checkCircles()
  }

  private func report(duplicate name: Name, among seen: inout [String: Span], _ what: String) {
    if let first = seen[name.text] {
      sink.report(
        Diagnostic(
          "there are two of the \(what) `\(name.text)`", at: name.span,
          label: "first in \(first.citation)", help: "give one of them another name"))
    }
    seen[name.text] = name.span
  }

  private func declare(_ markdown: MarkdownTable) {
    if ExampleReader.isExamples(markdown) {
      program.examples += ExampleReader.read(markdown, vocabulary, sink)
      return
    }
    if markdown.header.contains(where: { $0.text == "commences" }) {
      _ = sink.collect { () throws(Diagnostic) in try self.declareCommencements(markdown) }
      if !markdown.isWhole { broken.insert(markdown.name) }
      return
    }
    if markdown.header.contains(where: { $0.text == "rules" }) { return declareOrder(markdown) }
    if markdown.header.contains(where: { ["account", "entry"].contains($0.text) }) {
      accountTables.append(markdown)
      return
    }
    guard !markdown.header.isEmpty, let table = TableReader.read(markdown, sink), markdown.isWhole
    else {
      broken.insert(markdown.name)
      return
    }
    if let first = tables[table.name] {
      sink.report(
        Diagnostic(
          "there are two tables `\(table.name)`", at: table.span,
          label: "the other: \(program.tables[first.rawValue].span.citation)",
          help: "a table is named by the heading above it; change one heading"))
    }
    program.tables.append(table)
    tables[table.name] = TableID(rawValue: program.tables.count - 1)
    if table.name == "holidays" { program.holidays = tables[table.name] }
  }

  /// The order in which money rules take money.
  private func declareOrder(_ markdown: MarkdownTable) {
    guard let column = markdown.header.firstIndex(where: { $0.text == "rules" }) else { return }
    for row in markdown.rows where row.count > column {
      for id in row[column].text.components(separatedBy: ",").map(\.trimmed) where !id.isEmpty {
        if program.order.contains(id) {
          sink.report(
            Diagnostic("`\(id)` stands twice in the order of consequences", at: row[column].span))
        }
        program.order.append(id)
        orderPlaces[id] = row[column].span
      }
    }
  }

  /// Every money rule stands in the order, and nothing else does.
  private func checkOrder() {
    guard !program.order.isEmpty else { return }
    for (id, place) in orderPlaces where !ruleIDs.contains(id) {
      sink.report(
        Diagnostic(
          "there is no rule `\(id)`", at: place,
          label: nearestName(to: id, among: ruleIDs.sorted()).map { "did you mean `\($0)`?" } ?? "")
      )
    }
    for rule in program.rules where rule.takesMoney && !program.order.contains(rule.id) {
      sink.report(
        Diagnostic(
          "`\(rule.id)` takes money but does not stand in the order of consequences", at: rule.span,
          help: "add it to the table whose column is `rules`"))
    }
  }

  private func declare(_ choice: ChoiceSyntax) {
    if let first = choices[choice.name.text] {
      let other = program.choices[first.rawValue].span
      sink.report(
        Diagnostic(
          "there are two of the choice `\(choice.name.text)`", at: choice.name.span,
          label: "first in \(other.citation)"))
    }
    let standard = choice.readings.firstIndex { $0.text == choice.standard.text }
    if standard == nil, choice.standard.text != "open" {
      sink.report(unknownWord(choice.standard, "reading", choice.readings.map(\.text) + ["open"]))
    }
    let unit = choice.numberUnit.flatMap { DurationUnit(rawValue: $0.text) }
    program.choices.append(
      Choice(
        name: choice.name.text, readings: choice.readings.map(\.text), numberUnit: unit,
        standard: standard, because: choice.because, span: choice.name.span))
    choices[choice.name.text] = ChoiceID(rawValue: program.choices.count - 1)
  }

  private func declare(_ consequence: ConsequenceSyntax) {
    if consequences[consequence.name.text] != nil {
      sink.report(
        Diagnostic(
          "there are two of the consequence `\(consequence.name.text)`", at: consequence.name.span))
    }
    program.consequences.append(
      Consequence(
        name: consequence.name.text,
        text: Label(nb: consequence.texts.nb.text, en: consequence.texts.en.text),
        ofGroup: consequence.of.text == "group", span: consequence.name.span))
    let index = program.consequences.count - 1
    consequences[consequence.name.text] = index
    let kind = Compiler.consequenceKind(index, vocabulary)
    nouns[consequence.name.text] = .done(Noun(kinds: KindSet([kind]), flags: []))
  }

  /// Names whose declarations could not be read; what uses them is not told so again.
  private func declare(broken: [(kind: String?, name: String)]) {
    for (kind, name) in broken {
      self.broken.insert(name)
      if kind == nil || kind == "rule" { ruleIDs.insert(name) }
      if kind == nil || kind == "define", definitions[name] == nil { definitions[name] = .failed }
      if nouns[name] == nil { nouns[name] = .failed }
    }
  }

  private func declare(_ nouns: [NounSyntax], _ definitions: [DefinitionSyntax]) {
    var seen: [String: Span] = [:]
    for noun in nouns {
      report(duplicate: noun.name, among: &seen, "noun")
      if case .done? = self.nouns[noun.name.text] {
        sink.report(
          Diagnostic("`\(noun.name.text)` is already a kind of thing", at: noun.name.span))
      }
      self.nouns[noun.name.text] = .waiting(noun)
    }
    seen = [:]
    for definition in definitions {
      report(duplicate: definition.name, among: &seen, "definition")
      self.definitions[definition.name.text] = .waiting(definition)
    }
  }

  private func declareInstead(_ exception: ExceptionSyntax) {
    for target in exception.targets {
      guard let name = target.name, definitions[name.text] != nil else { continue }
      insteads[name.text, default: []].append(exception)
    }
  }

  private func checkExamples() {
    for example in program.examples where !ruleIDs.contains(example.rule) {
      sink.report(
        unknown(
          "there is no rule `\(example.rule)`",
          Name(text: example.rule, span: example.rulePlace), among: ruleIDs.sorted()))
    }
    for example in program.examples {
      for assumption in example.assumptions where !program.acts.contains(assumption.act) {
        sink.report(
          unknown(
            "there is no table of commencement `\(assumption.act)`",
            Name(text: assumption.act, span: example.span), among: program.acts))
      }
    }
  }

  private func checkChoices() {
    for (index, choice) in program.choices.enumerated() where !readChoices.contains(index) {
      sink.report(
        Diagnostic(
          "nothing reads the choice `\(choice.name)`", at: choice.span,
          help: "read it with `choice \(choice.name)`, or take it out"))
    }
  }
}
