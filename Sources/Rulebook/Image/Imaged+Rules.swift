import Values

extension Rule: Imaged {
  convenience init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Rule?) throws(ImageFault) {
    self.init(
      id: try coder(old?.id), place: try coder.later(old?.place),
      outlines: try coder(old?.outlines),
      limbs: try coder.list(old?.limbs.parts) { (coder, old) throws(ImageFault) in
        try coder.later(old)
      })
  }
}

extension Rule.Place: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Rule.Place?) throws(ImageFault) {
    self.init(
      law: try coder(old?.law), document: try coder(old?.document), span: try coder(old?.span))
  }
}

extension LimbOutline: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: LimbOutline?) throws(ImageFault) {
    self.init(
      verdict: try coder(old?.verdict), isMoney: try coder(old?.isMoney),
      voids: try coder(old?.voids), isMeasure: try coder(old?.isMeasure),
      readsLeft: try coder(old?.readsLeft), needs: try coder(old?.needs))
  }
}

extension LawPoint: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: LawPoint?) throws(ImageFault) {
    self.init(
      source: try coder(old?.source), pinpoint: try coder(old?.pinpoint),
      sections: try coder(old?.sections), confidence: try coder(old?.confidence),
      address: try coder(old?.address))
  }
}

extension Limb: Imaged {
  convenience init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Limb?) throws(ImageFault) {
    self.init(
      part: try coder(old?.part), steps: try coder.later(old?.steps),
      needs: try coder(old?.needs), force: try coder(old?.force),
      matter: try coder.later(old?.matter),
      verdict: try coder(old?.verdict), review: try coder(old?.review),
      isMoney: try coder(old?.isMoney), effects: try coder(old?.effects),
      measure: try coder(old?.measure), sentence: try coder.later(old?.sentence),
      subject: try coder.list(old?.subject) { (coder, old) throws(ImageFault) in
        (try coder(old?.slot), try coder(old?.name), try coder(old?.kinds))
      },
      readsLeft: try coder(old?.readsLeft), slots: try coder(old?.slots),
      span: try coder(old?.span))
  }
}

extension Limb.Matter: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Limb.Matter?) throws(ImageFault) {
    self.init(
      day: try coder(old?.day), condition: try coder(old?.condition),
      tests: try coder(old?.tests), exceptions: try coder(old?.exceptions))
  }
}

extension Limb.Sentence: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Limb.Sentence?) throws(ImageFault) {
    self.init(nb: try coder(old?.nb), en: try coder(old?.en))
  }
}

extension Review: ImagedChoice {}

extension Force: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Force?) throws(ImageFault) {
    self.init(
      written: try coder(old?.written), begins: try coder(old?.begins),
      replacedFrom: try coder(old?.replacedFrom), period: try coder(old?.period),
      awaits: try coder(old?.awaits), isTrusted: try coder(old?.isTrusted),
      chargedBefore: try coder(old?.chargedBefore))
  }
}

extension Force.Beginning: ImagedForms {
  func write(to image: inout ImageWriter) throws(ImageFault) {
    switch self {
    case .day(let day): try image.form(0, day)
    case .section(let index): try image.form(1, index)
    }
  }

  init(form: UInt64, from image: inout ImageReader) throws(ImageFault) {
    switch form {
    case 0: self = .day(try image())
    case 1: self = .section(try image())
    default: throw .damaged
    }
  }
}

extension Measure: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Measure?) throws(ImageFault) {
    self.init(
      party: try coder(old?.party), needs: try coder(old?.needs),
      reference: try coder(old?.reference), label: try coder(old?.label))
  }
}

extension LimbException: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: LimbException?) throws(ImageFault) {
    self.init(
      exception: try coder(old?.exception), parts: try coder(old?.parts),
      bound: try coder.list(old?.bound) { (coder, old) throws(ImageFault) in
        (try coder(old?.slot), try coder(old?.kinds))
      },
      condition: try coder(old?.condition))
  }
}

extension Effect: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Effect?) throws(ImageFault) {
    self.init(
      form: try coder(old?.form), atRisk: try coder(old?.atRisk),
      condition: try coder(old?.condition))
  }
}

extension Effect.Form: ImagedForms {
  func write(to image: inout ImageWriter) throws(ImageFault) {
    switch self {
    case .excess: try image.form(0)
    case .itemVoid(let item): try image.form(1, item)
    case .consequence(let index): try image.form(2, index)
    }
  }

  init(form: UInt64, from image: inout ImageReader) throws(ImageFault) {
    switch form {
    case 0: self = .excess
    case 1: self = .itemVoid(try image())
    case 2: self = .consequence(try image())
    default: throw .damaged
    }
  }
}

extension MessagePart: ImagedForms {
  func write(to image: inout ImageWriter) throws(ImageFault) {
    switch self {
    case .text(let text): try image.form(0, text)
    case .value(let value): try image.form(1, value)
    case .slot(let name): try image.form(2, name)
    }
  }

  init(form: UInt64, from image: inout ImageReader) throws(ImageFault) {
    switch form {
    case 0: self = .text(try image())
    case 1: self = .value(try image())
    case 2: self = .slot(try image())
    default: throw .damaged
    }
  }
}
