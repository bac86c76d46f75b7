extension ScopeStep: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: ScopeStep?) throws(ImageFault) {
    self.init(way: try coder(old?.way), over: try coder(old?.over))
  }
}

extension ScopeStep.Way: ImagedChoice {}

extension ScopeStep.Over: ImagedForms {
  func write(to image: inout ImageWriter) throws(ImageFault) {
    switch self {
    case .list(let list): try image.form(0, list)
    case .rows(let table, let day, let slot, let condition):
      try image.form(1, table, day, slot, condition)
    case .groups(let list, let grouping, let slot): try image.form(2, list, grouping, slot)
    }
  }

  init(form: UInt64, from image: inout ImageReader) throws(ImageFault) {
    switch form {
    case 0: self = .list(try image())
    case 1: self = .rows(try image(), on: try image(), slot: try image(), condition: try image())
    case 2: self = .groups(try image(), try image(), slot: try image())
    default: throw .damaged
    }
  }
}

extension ScopeStep.Grouping: ImagedForms {
  func write(to image: inout ImageWriter) throws(ImageFault) {
    switch self {
    case .one: try image.form(0)
    case .lot(let nouns): try image.form(1, nouns)
    case .keys(let keys): try image.form(2, keys)
    }
  }

  init(form: UInt64, from image: inout ImageReader) throws(ImageFault) {
    switch form {
    case 0: self = .one
    case 1: self = .lot(try image())
    case 2: self = .keys(try image())
    default: throw .damaged
    }
  }
}

extension Test: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: Test?) throws(ImageFault) {
    self.init(form: try coder(old?.form), span: try coder(old?.span))
  }
}

extension Test.Form: ImagedForms {
  func write(to image: inout ImageWriter) throws(ImageFault) {
    switch self {
    case .require(let node): try image.form(0, node)
    case .forbid(let node): try image.form(1, node)
    case .limit(let limit): try image.form(2, limit)
    }
  }

  init(form: UInt64, from image: inout ImageReader) throws(ImageFault) {
    switch form {
    case 0: self = .require(try image())
    case 1: self = .forbid(try image())
    case 2: self = .limit(try image())
    default: throw .damaged
    }
  }
}

extension MoneyLimit: Imaged {
  init<Coder: ImageCoder>(_ coder: inout Coder, _ old: MoneyLimit?) throws(ImageFault) {
    self.init(
      items: try coder(old?.items), charged: try coder(old?.charged),
      ceiling: try coder(old?.ceiling),
      share: try coder.list(old.map { $0.share.map { [$0] } ?? [] }) {
        (coder, old) throws(ImageFault) in (try coder(old?.slot), try coder(old?.value))
      }.first,
      tolerance: try coder(old?.tolerance), condition: try coder(old?.condition))
  }
}

extension MoneyLimit.Items: ImagedForms {
  func write(to image: inout ImageWriter) throws(ImageFault) {
    switch self {
    case .bound(let slot): try image.form(0, slot)
    case .list(let list): try image.form(1, list)
    }
  }

  init(form: UInt64, from image: inout ImageReader) throws(ImageFault) {
    switch form {
    case 0: self = .bound(try image())
    case 1: self = .list(try image())
    default: throw .damaged
    }
  }
}
